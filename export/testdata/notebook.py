"""Runs a notebook from start to end; a cell that fails fails the program.

Usage: notebook.py FILE
"""

import sys

import nbformat
from nbclient import NotebookClient

NotebookClient(nbformat.read(sys.argv[1], as_version=4), timeout=300, kernel_name="python3").execute()
