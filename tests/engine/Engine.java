// Starts one node of the search engine that the tests run against: Engine FOLDER NAME HTTP-PORT TRANSPORT-PORT ALL-TRANSPORT-PORTS
// It is the engine as its jars have it, on loopback alone, without a security plugin: what stands before it keeps others out.

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.script.mustache.MustachePlugin;
import org.opensearch.transport.Netty4Plugin;

public final class Engine extends Node {
    private Engine(Environment environment) {
        super(environment, List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, MustachePlugin.class, PainlessPlugin.class), true);
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[1];
        String[] nodes = arguments[4].split(",");
        String[] names = new String[nodes.length];
        for (int i = 0; i < nodes.length; i++) names[i] = "node-" + i;
        Settings settings = Settings.builder()
            .put("path.home", arguments[0])
            .put("path.data", arguments[0] + "/" + name)
            .put("path.repo", arguments[0] + "/kept")
            .put("cluster.name", "archive")
            .put("node.name", name)
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[2])
            .put("transport.port", arguments[3])
            .putList("discovery.seed_hosts", nodes)
            .putList("cluster.initial_cluster_manager_nodes", names)
            .build();
        Node node = new Engine(InternalSettingsPreparer.prepareEnvironment(settings, Collections.emptyMap(), null, () -> name)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { node.close(); } catch (java.io.IOException error) { } }));
        new CountDownLatch(1).await();
    }
}
