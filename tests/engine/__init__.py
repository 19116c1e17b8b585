"""The search engine that the tests run against: OpenSearch, from its jars, as one node or several on loopback."""
