"""PDFium's text of each file, one JSON line a file: [name, text]."""
import json
import os
import sys
import pypdfium2

for path in sys.argv[1:]:
    try:
        pages = pypdfium2.PdfDocument(path)
        text = "\n".join(page.get_textpage().get_text_range() for page in pages)
    except Exception:  # a file it cannot open has no text
        text = ""
    print(json.dumps([os.path.basename(path), text]))
