"""Parts of the page that `factcheck.report.as_html` puts together."""
