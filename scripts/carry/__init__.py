"""`site/` → what people carry away and open without a network."""
