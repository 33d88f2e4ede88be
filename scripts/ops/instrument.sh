#!/bin/sh
# Around rustc for the crate of this workspace alone (RUSTC_WORKSPACE_WRAPPER):
# its dependencies stay as the ordinary build made them.
exec "$@" -C instrument-coverage
