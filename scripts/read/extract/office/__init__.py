"""Files that only an office program opens → their text, by way of LibreOffice where that is installed."""
