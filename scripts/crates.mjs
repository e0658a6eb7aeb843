// Draws docs/crates.svg: the workspace's crates as Cargo knows them, each above everything it depends on. A line is a
// normal dependency; one that follows from others isn't drawn. With --check nothing is written, and a picture that is
// out of date is an error.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/crates.svg';
/** Programs that check the others. Nothing of them is in the service, so they aren't drawn. */
const TOOLS = new Set(['form-simulator', 'fuzz', 'traceability']);
const BOX = { width: 124, height: 34, across: 26, down: 46 };
const MARGIN = 16;

const metadata = JSON.parse(
    execFileSync('cargo', ['metadata', '--no-deps', '--offline', '--format-version', '1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
);
const names = new Set(metadata.packages.map((crate) => crate.name).filter((name) => !TOOLS.has(name)));
const crates = new Map(
    metadata.packages.map((crate) => [
        crate.name,
        {
            about: crate.description ?? '',
            uses: crate.dependencies.filter((other) => names.has(other.name) && other.kind === null).map((other) => other.name),
        },
    ]),
);

/** Everything that a crate reaches, directly or through others. */
function reaches(name) {
    return new Set(crates.get(name).uses.flatMap((other) => [other, ...reaches(other)]));
}

/** The dependencies of a crate that don't follow from its others. */
function direct(name) {
    const { uses } = crates.get(name);
    return uses.filter((other) => !uses.some((between) => between !== other && reaches(between).has(other)));
}

/** The crates that depend on this one. */
function users(name) {
    return [...names].filter((other) => crates.get(other).uses.includes(name));
}

/** How many crates stand above this one, at most. */
function level(name) {
    return Math.max(0, ...users(name).map((other) => level(other) + 1));
}

/** The crates of each level, from the top, ordered so that each stands near what depends on it. */
function rows() {
    const found = [];
    for (const name of [...names].sort()) (found[level(name)] ??= []).push(name);
    const place = new Map();
    found.forEach((row) => {
        const wish = (name) => {
            const above = users(name).filter((other) => direct(other).includes(name) && place.has(other)).map((other) => place.get(other));
            return above.length ? above.reduce((sum, x) => sum + x, 0) / above.length : 0.5;
        };
        row.sort((a, b) => wish(a) - wish(b) || a.localeCompare(b));
        row.forEach((name, index) => place.set(name, (index + 0.5) / row.length));
    });
    return found;
}

function draw() {
    const all = rows();
    const step = { x: BOX.width + BOX.across, y: BOX.height + BOX.down };
    const width = Math.max(...all.map((row) => row.length)) * step.x - BOX.across + 2 * MARGIN;
    const height = all.length * step.y - BOX.down + 2 * MARGIN;
    const at = new Map();
    all.forEach((row, index) => {
        const left = (width - (row.length * step.x - BOX.across)) / 2;
        row.forEach((name, column) => at.set(name, { x: left + column * step.x, y: MARGIN + index * step.y }));
    });
    const lines = [...at].flatMap(([name, from]) =>
        direct(name).map((other) => {
            const to = at.get(other);
            const [x1, y1, x2, y2] = [from.x + BOX.width / 2, from.y + BOX.height, to.x + BOX.width / 2, to.y].map(Math.round);
            const bend = Math.round((y2 - y1) / 2);
            return `<path d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}"/>`;
        }),
    );
    const boxes = [...at].map(([name, { x, y }]) => {
        const [left, top] = [Math.round(x), Math.round(y)];
        return (
            `<g><title>${name}: ${crates.get(name).about}</title>` +
            `<rect x="${left}" y="${top}" width="${BOX.width}" height="${BOX.height}" rx="4"/>` +
            `<text x="${left + BOX.width / 2}" y="${top + 22}">${name}</text></g>`
        );
    });
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="The crates of the workspace, each above the crates it depends on">
<style>
path { fill: none; stroke: #505a5f; stroke-width: 1.2 }
rect { fill: #fff; stroke: #0b0c0c; stroke-width: 1.5 }
text { font: 14px sans-serif; text-anchor: middle; fill: #0b0c0c }
</style>
<rect width="${width}" height="${height}" style="stroke: none"/>
${[...lines, ...boxes].join('\n')}
</svg>
`;
}

const drawn = draw();
if (process.argv[2] !== '--check') writeFileSync(FILE, drawn);
else if (readFileSync(FILE, 'utf8') !== drawn) {
    console.error(`${FILE} is out of date: run 'node scripts/crates.mjs'.`);
    process.exit(1);
}
