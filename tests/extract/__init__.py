"""What is extracted from files as offices publish them."""
