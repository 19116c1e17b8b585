"""The archive while it is edited: every change that is saved is shown at once."""
