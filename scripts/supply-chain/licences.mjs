// Checks dependencies against deny.toml and the lock files: `cargo deny check licenses bans sources` without installing
// cargo-deny. Reports every problem.
import { CRATES_IO, checksums, crates, packages, readDeny } from './sources.mjs';
import { isAllowed } from './spdx.mjs';

const allowed = new Set(readDeny('licenses', 'allow'));
const denied = new Set(readDeny('bans', 'deny'));
const sums = checksums();
const wrong = [];

const all = crates().packages;
for (const { name, version, license, source } of all) {
    const label = `the crate ${name} ${version}`;
    if (source === null) continue;
    if (source !== CRATES_IO) wrong.push(`${label} comes from ${source}`);
    if (!sums.get(`${name} ${version}`)) wrong.push(`${label} has no checksum in Cargo.lock`);
    if (denied.has(name)) wrong.push(`${label} is one that deny.toml denies`);
    if (!license || !isAllowed(license, allowed)) wrong.push(`${label} is under ${license}, which deny.toml doesn't allow`);
}

// Fonts are shipped with the program. Build tools are not distributed.
const shipped = new Set([...allowed, 'OFL-1.1']);
const tools = packages();
for (const { name, version, license, integrity, resolved, shipped: isShipped } of tools) {
    const label = `the package ${name} ${version}`;
    if (!integrity) wrong.push(`${label} has no checksum in package-lock.json`);
    if (resolved) wrong.push(`${label} names an address in package-lock.json`);
    if (isShipped && (!license || !isAllowed(license, shipped))) wrong.push(`${label} is under ${license}`);
}

for (const sentence of wrong) console.error(sentence);
console.log(`      ${all.length} crates and ${tools.length} packages, ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
