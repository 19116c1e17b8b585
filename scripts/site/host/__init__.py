"""What a host needs beside the pages: headers, the list of pages for search engines, whom to tell of faults."""
