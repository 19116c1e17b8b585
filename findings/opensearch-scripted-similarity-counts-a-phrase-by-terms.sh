#!/usr/bin/env bash
# OpenSearch 2.19.6, similarity of the type `scripted`: the script is run once for each term of a phrase, and the results
# are added up, though `doc.freq` is how often the whole phrase stands there. With `return doc.freq;` a document that has
# "food safety law" twice scores 6, not 2; with the single term it scores 2. A score that is to be a number of places has
# to be divided by the number of terms of each phrase by whoever asks.
set -euo pipefail
command -v mvn >/dev/null && command -v javac >/dev/null || { echo "needs Maven and a JDK 17"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/pom.xml" <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.opensearch</groupId><artifactId>opensearch</artifactId><version>2.19.6</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.4</version></dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode --color never --file "$folder/pom.xml" \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$folder/jars"
cat >"$folder/Phrases.java" <<'JAVA'
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.opensearch.index.similarity.ScriptedSimilarity;
import org.opensearch.script.SimilarityScript;

public class Phrases {
  public static void main(String[] none) throws Exception {
    SimilarityScript.Factory script = () -> new SimilarityScript() {
      public double execute(double weight, ScriptedSimilarity.Query query, ScriptedSimilarity.Field field,
          ScriptedSimilarity.Term term, ScriptedSimilarity.Doc doc) {
        return doc.getFreq();
      }
    };
    var similarity = new ScriptedSimilarity("return doc.freq;", null, "return doc.freq;", script, true);
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setSimilarity(similarity))) {
      var document = new Document();
      document.add(new TextField("text", "food safety law and again food safety law", Field.Store.NO));
      writer.addDocument(document);
    }
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(similarity);
    float[] scores = {
      searcher.search(new TermQuery(new Term("text", "food")), 1).scoreDocs[0].score,
      searcher.search(new PhraseQuery("text", "food", "safety"), 1).scoreDocs[0].score,
      searcher.search(new PhraseQuery("text", "food", "safety", "law"), 1).scoreDocs[0].score,
    };
    System.out.printf("the text has each twice; food: %.0f, food safety: %.0f, food safety law: %.0f%n", scores[0], scores[1], scores[2]);
    System.exit(scores[0] == 2 && scores[1] == 4 && scores[2] == 6 ? 0 : 1);
  }
}
JAVA
javac -nowarn -d "$folder" -cp "$folder/jars/*" "$folder/Phrases.java" 2>/dev/null
java -cp "$folder:$folder/jars/*" Phrases 2>/dev/null
