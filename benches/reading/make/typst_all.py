"""Compiles every .typ of a folder: typst_all.py SOURCES OUT. Prints failures."""
import pathlib
import sys
import typst

sources, out = map(pathlib.Path, sys.argv[1:3])
for source in sorted(sources.glob("*.typ")):
    try:
        typst.compile(str(source), output=str(out / source.stem))
    except Exception as error:  # named and left out, the others go on
        print(f"{source.stem}: {str(error).splitlines()[0]}")
