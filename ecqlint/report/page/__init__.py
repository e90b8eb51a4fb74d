"""The HTML report's page: what it shows, as plain values, beside the template, the style and the script that show it."""
