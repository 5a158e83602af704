#!/usr/bin/env bash
# Installs what the benchmark compares with, at pinned versions, outside the repository:
#   bench/peers.sh [FOLDER]     (FOLDER: $TOPICWIRE_PEERS, or topicwire-peers in the folder for temporary files)
# Hugo and nginx come from Debian's packages where this is root; Eleventy and Astro from npm.
set -euo pipefail

folder=${1:-${TOPICWIRE_PEERS:-${TMPDIR:-/tmp}/topicwire-peers}}

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  missing=()
  for command in hugo nginx; do command -v "$command" >/dev/null || missing+=("$command"); done
  if [ "${#missing[@]}" -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
fi

install() { # NAME PACKAGE…
  local name=$1
  shift
  mkdir -p "$folder/$name"
  [ -f "$folder/$name/package.json" ] || echo '{ "private": true, "type": "module" }' >"$folder/$name/package.json"
  npm install --prefix "$folder/$name" --save-exact --no-audit --no-fund "$@"
}

install eleventy @11ty/eleventy@3.1.8
install astro astro@7.3.5 @astrojs/rss@4.0.19

echo "Peers are in $folder."
