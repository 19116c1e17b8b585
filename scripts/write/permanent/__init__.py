"""What outlasts the site: permanent addresses, where their words stand in the file as received, links for machines."""
