#!/usr/bin/env bash
# Copies the fonts for scripts that the built-in font lacks to where the server looks for them (docs/pdf.md).
# They are tried in the order of their numbers; a later one is used for letters that the earlier ones lack.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

FONTS=(
    "10-IBMPlexSansArabic ibm-plex-sans-arabic" # Arabic, Persian, Urdu, Pashto, Kurdish
    "11-NotoSansHebrew noto-sans-hebrew"
    "20-NotoSansDevanagari noto-sans-devanagari" # Hindi, Nepali, Marathi
    "21-NotoSansBengali noto-sans-bengali"
    "22-NotoSansGurmukhi noto-sans-gurmukhi" # Punjabi
    "23-NotoSansGujarati noto-sans-gujarati"
    "24-NotoSansTamil noto-sans-tamil"
    "30-NotoSansSC noto-sans-sc" # Chinese, traditional and simplified, and Japanese
    "31-NotoSansKR noto-sans-kr" # Korean
    "90-NotoEmoji noto-emoji"    # monochrome
)

folder=$ROOT/target/fonts
mkdir -p "$folder"
wanted=()
# put FILE NAME copies a file under a temporary name and renames it, so that it is never incomplete.
put() {
    wanted+=("$2")
    cmp -s "$1" "$folder/$2" || { cp "$1" "$folder/$2.new" && mv "$folder/$2.new" "$folder/$2"; }
}

for font in "${FONTS[@]}"; do
    read -r name package <<<"$font"
    home=node_modules/@expo-google-fonts/$package
    file=$(echo "$home/400Regular/"*_400Regular.ttf)
    [[ -f $file && -f $home/LICENSE_FONT ]] || die "The font $package is missing: run 'make setup' first."
    put "$file" "$name.ttf"
    put "$home/LICENSE_FONT" "$name-licence.txt"
done
# Fonts left by an earlier version would still be used.
for file in "$folder"/*; do
    [[ " ${wanted[*]} " == *" ${file##*/} "* ]] || rm -f "$file"
done
