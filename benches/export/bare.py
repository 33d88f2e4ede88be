"""What is left of PDFs without what the peers' files do not have either: tags,
bookmarks, XMP metadata and the colour profile. Links stay.

    python bare.py FILE...    prints a JSON object: file -> bytes
"""

import json
import sys
from pathlib import Path

import pikepdf

pikepdf.settings.set_flate_compression_level(9)
MARKS = {"BMC", "BDC", "EMC", "MP", "DP"}


def bare(path: str) -> int:
    with pikepdf.open(path) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/Metadata", "/OutputIntents"):
            if key in pdf.Root:
                del pdf.Root[key]
        for page in pdf.pages:
            for key in ("/StructParents", "/Tabs"):
                if key in page:
                    del page[key]
            for annotation in page.get("/Annots", []):
                if "/StructParent" in annotation:
                    del annotation["/StructParent"]
            kept = [part for part in pikepdf.parse_content_stream(page) if str(part.operator) not in MARKS]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
        out = Path(path).with_suffix(".bare.pdf")
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
        return out.stat().st_size


print(json.dumps({path: bare(path) for path in sys.argv[1:]}))
