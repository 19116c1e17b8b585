"""Words that are quoted → where they stand in the archive, exactly, folded, or nearly."""
