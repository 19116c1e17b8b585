"""What translators' tools write → units of a policy's English."""
