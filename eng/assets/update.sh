#!/usr/bin/env bash
# Brings GitHub's look into src/CommunityBot/Web/Assets: the tokens, rules and icons that the pages use, and nothing else. Needs Node; the build does not.
# Run it after a change of package.json, of the icons named in copy.mjs, or of the tokens that site.css uses, and commit what it writes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-audit --no-fund
node copy.mjs
