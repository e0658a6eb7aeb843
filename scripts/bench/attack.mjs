// Opens many slow or silent connections while residents use the service, and prints the results.
// node attack.mjs SERVER-PID URL READY [ATTACK]...   READY is the output of prepare.mjs
import { readFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const [pid, url, ready, ...chosen] = process.argv.slice(2);
const { cookie, copy, draft } = JSON.parse(ready);
const { host, hostname, port } = new URL(url);

const ATTACKERS = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', '127.0.0.6'];
const RESIDENTS = '127.0.0.9';
const MIB = 2 ** 20;
const MORE_MEMORY = 64 * MIB;
const head = (method, path, more = '') => `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\n${more}`;
const form = `content-type: application/x-www-form-urlencoded\r\ncontent-length: 9000\r\n\r\n`;
const signedIn = `cookie: ${cookie}\r\n\r\n`;

// What is sent first, what every second, and within how many seconds the server must close the connection.
const ATTACKS = {
    silent: { count: 500, within: 12, first: () => '', then: '' },
    'slow-heads': { count: 500, within: 12, first: () => head('GET', '/'), then: 'x-slow: yes\r\n' },
    'slow-bodies': { count: 500, within: 35, first: () => head('POST', '/api/account/begin', form), then: 'a' },
    // Each requests several pages, so that the responses don't fit into the socket buffers.
    'slow-readers': { count: 200, within: 65, first: (at) => head('GET', at % 2 ? `${copy}/pdf` : draft, signedIn).repeat(8), then: '', reads: false },
};

const status = () => readFileSync(`/proc/${pid}/status`, 'utf8');
const memory = () => Number(status().match(/^VmRSS:\s+(\d+) kB/m)[1]) * 1024;

/** The number of connections from attackers that are open on the server. */
function open() {
    const hex = (address) => address.split('.').reverse().map((part) => Number(part).toString(16).padStart(2, '0')).join('').toUpperCase();
    const own = `:${Number(port).toString(16).padStart(4, '0').toUpperCase()}`;
    const from = new Set(ATTACKERS.map(hex));
    const lines = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1).map((line) => line.trim().split(/\s+/));
    const ESTABLISHED = '01';
    const CLOSE_WAIT = '08';
    return lines.filter(([, local, remote, state]) => local.endsWith(own) && from.has(remote.split(':')[0]) && [ESTABLISHED, CLOSE_WAIT].includes(state)).length;
}

/** Residents who open one page after another until stopped. */
function residents(count) {
    const agent = new http.Agent({ keepAlive: true, maxSockets: count, localAddress: RESIDENTS });
    const seen = { good: 0, bad: 0, times: [], why: new Set() };
    let going = true;
    const paths = ['/', '/help', '/account', draft, `${copy}/pdf`, '/health/ready'];
    const get = (path) => new Promise((resolve, reject) => {
        const options = { agent, host: hostname, port, path, localAddress: RESIDENTS, timeout: 20_000, headers: { cookie, accept: 'text/html' } };
        const request = http.get(options, (answer) => {
            answer.resume();
            answer.on('end', () => resolve(answer.statusCode));
            answer.on('error', reject);
        });
        request.on('timeout', () => request.destroy(new Error('no answer for 20 s')));
        request.on('error', (error) => {
            // A kept-alive connection that was closed meanwhile: browsers retry, too.
            if (request.reusedSocket && error.code === 'ECONNRESET') resolve(get(path));
            else reject(error);
        });
    });
    const one = async (first) => {
        for (let at = first; going; at += 1) {
            const [path, began] = [paths[at % paths.length], performance.now()];
            const outcome = await get(path).catch((error) => error.message);
            seen.times.push(performance.now() - began);
            if (outcome === 200) seen.good += 1;
            else { seen.bad += 1; seen.why.add(`${path}: ${outcome}`); }
            await sleep(50);
        }
    };
    const all = Array.from({ length: count }, (_, at) => one(at));
    return async () => {
        going = false;
        await Promise.all(all);
        agent.destroy();
        return seen;
    };
}

function attacker(attack, at) {
    const socket = net.connect({ host: hostname, port, localAddress: ATTACKERS[at % ATTACKERS.length] });
    socket.on('error', () => {});
    if (attack.reads !== false) socket.resume();
    let timer;
    socket.on('connect', () => {
        const first = attack.first(at);
        if (first) socket.write(first);
        if (attack.then) timer = setInterval(() => { if (socket.writable) socket.write(attack.then); }, 1000);
    });
    socket.on('close', () => clearInterval(timer));
    return socket;
}

const percentile = (times, part) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;

async function run(name) {
    const attack = ATTACKS[name];
    await sleep(2000);
    const before = memory();
    const stop = residents(4);
    const began = performance.now();
    const sockets = Array.from({ length: attack.count }, (_, at) => attacker(attack, at));
    let [peak, most, took] = [before, 0, 0];
    // Some seconds longer than allowed, then give up.
    while (performance.now() - began < (attack.within + 20) * 1000) {
        await sleep(100);
        const count = open();
        [peak, most] = [Math.max(peak, memory()), Math.max(most, count)];
        took = (performance.now() - began) / 1000;
        if (count === 0 && took > 2) break;
    }
    const seen = await stop();
    for (const socket of sockets) socket.destroy();
    const rate = (100 * seen.good) / Math.max(1, seen.good + seen.bad);
    const more = peak - before;
    const held = most >= attack.count * 0.9;
    const met = held && took <= attack.within && seen.bad === 0 && seen.good > 0 && more <= MORE_MEMORY;
    for (const why of seen.why) console.error(`  ${name}: a resident's request failed: ${why}`);
    return {
        met,
        cells: [
            `${attack.count} ${name}`, `${most}`, `${took.toFixed(1)} s`, `${attack.within} s`, `${rate.toFixed(2)} % of ${seen.good + seen.bad}`,
            `${percentile(seen.times, 0.5).toFixed(0)} ms, ${percentile(seen.times, 0.99).toFixed(0)} ms`,
            `${(before / MIB).toFixed(1)} MiB`, `+${(more / MIB).toFixed(1)} MiB`, met ? 'met' : '**missed**',
        ],
    };
}

const unknown = chosen.filter((name) => !(name in ATTACKS));
if (unknown.length) throw new Error(`no such attack: ${unknown.join(', ')}`);
// Warm up first, so that the memory of normal use isn't attributed to the attack.
const warm = residents(8);
await sleep(5000);
await warm();

const rows = [];
for (const name of chosen.length ? chosen : Object.keys(ATTACKS)) rows.push(await run(name));
const cells = [['Attack', 'Open', 'Closed within', 'Target', 'Residents answered', 'p50, p99', 'Memory', 'Peak growth', ''], ...rows.map((row) => row.cells)];
const widths = cells[0].map((_, at) => Math.max(3, ...cells.map((line) => line[at].length)));
const line = (texts) => `| ${texts.map((text, at) => text.padEnd(widths[at])).join(' | ')} |`;
console.log(['', line(cells[0]), line(widths.map((width) => '-'.repeat(width))), ...cells.slice(1).map(line)].join('\n'));
console.log(`\nResidents must be answered every time, and memory may grow by ${MORE_MEMORY / MIB} MiB.`);
process.exit(rows.every((row) => row.met) ? 0 : 1);
