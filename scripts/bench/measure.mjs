// The measurements. Each command prints rows of the report: JSON objects with what, measured, aim and ok, one per line.
import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from './browser.mjs';
import { Connection } from './connection.mjs';
import { validAnswers } from './form.mjs';

const SAVE = '/api/drafts/save-page';
const row = (what, measured, aim, ok) => console.log(JSON.stringify({ what, measured, aim, ok }));
const commands = { start, memory, requests, saves, save, pdf, wrk, sizes };

/** start SERVER URL COUNT: from spawning the process to the first 200 of /health/ready. */
async function start(server, url, count) {
    const times = [];
    for (let number = 0; number < Number(count); number += 1) {
        const browser = new Browser(url);
        const began = performance.now();
        const child = spawn(server, ['serve'], { stdio: ['ignore', 'ignore', 'inherit'] });
        const ended = once(child, 'exit');
        while ((await browser.once('GET', '/health/ready').catch(() => ({}))).status !== 200) {
            if (child.exitCode !== null) throw new Error('the server did not start: see the lines above');
            await sleep(2);
        }
        times.push(performance.now() - began);
        browser.close();
        child.kill('SIGTERM');
        await ended;
    }
    const [first, ...later] = times;
    row('Ready, first start in an empty folder', ms(first), '1 s at most', first <= 1000);
    row(`Ready, later starts (median of ${later.length})`, ms(median(later)), '1 s at most', median(later) <= 1000);
}

/** memory PID WHEN [MOST-MIB]: the memory of the process now, and at its peak. */
function memory(pid, when, most) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mib = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))[1]) / 1024;
    const [now, peak] = [mib('VmRSS'), mib('VmHWM')];
    const measured = `${now.toFixed(1)} MiB (peak ${peak.toFixed(1)} MiB)`;
    row(`Resident memory ${when}`, measured, most ? `${most} MiB at most` : '', most ? now <= Number(most) : undefined);
}

/** requests URL COOKIE COUNT PATH...: requests pages over eight connections; every response must be a 200. */
async function requests(url, cookie, count, ...paths) {
    const browser = new Browser(url, cookie);
    let left = Number(count);
    const read = async () => {
        while (left > 0) {
            left -= 1;
            const page = await browser.once('GET', paths[left % paths.length]);
            if (page.status !== 200) throw new Error(`${page.path} answered ${page.status}`);
        }
    };
    await Promise.all(Array.from({ length: 8 }, read));
    browser.close();
}

/** saves URL COOKIE PAGE FOLDER COUNT DISK: posts of one page, one after the other, compared with bare writes to the same disk. */
async function saves(url, cookie, path, folder, count, disk) {
    const { saved, written } = await savesBesideWrites(url, cookie, path, folder, count);
    const ratio = median(saved) / median(written);
    row(`4 kB and fdatasync on ${disk}, ${written.length} times`, spread(written), '');
    row(`A save on ${disk}, ${saved.length} posts one after the other`, spread(saved), '');
    row(`A save on ${disk} as a multiple of a bare write (medians)`, ratio.toFixed(2), '2 at most', ratio <= 2);
    row(`A save on ${disk} minus a bare write (medians)`, `${(median(saved) - median(written)).toFixed(2)} ms`, '');
}

/** save URL COOKIE PAGE FOLDER COUNT NAME: how long a save takes, and nothing else. */
async function save(url, cookie, path, folder, count, name) {
    const { saved } = await savesBesideWrites(url, cookie, path, folder, count);
    row(name, spread(saved), '');
}

async function savesBesideWrites(url, cookie, path, folder, count) {
    const browser = new Browser(url, cookie);
    const page = await browser.get(path);
    const fields = new URLSearchParams(browser.fill(page, SAVE, [...validAnswers(page), ['go', 'continue']]));
    const text = [...fields.keys()].find((name) => name.startsWith('answers[') && fields.get(name).length > 40);
    if (!text) throw new Error(`${path} has no long text to change`);
    let revision = Number(fields.get('revision'));
    const connection = new Connection(url, SAVE, browser.cookies);
    const save = async () => {
        fields.set('revision', String(revision));
        fields.set(text, `This is what I say about it now, at revision ${revision} of the form.`);
        const { status, location, time } = await connection.post(fields.toString());
        if (status !== 302 || /\?(check|changed)/.test(location)) throw new Error(`a save answered ${status} ${location}`);
        revision += 1;
        return time;
    };
    const probe = join(folder, 'probe');
    const file = openSync(probe, 'a');
    const block = Buffer.alloc(4096, 'x');
    const write = () => {
        const began = performance.now();
        writeSync(file, block);
        fdatasyncSync(file);
        return performance.now() - began;
    };
    const [saved, written] = [[], []];
    // Alternating, because the speed of the disk changes from minute to minute.
    while (saved.length < Number(count)) {
        for (let turn = 0; turn < 20; turn += 1) written.push(write());
        for (let turn = 0; turn < 20; turn += 1) saved.push(await save());
    }
    closeSync(file);
    rmSync(probe);
    connection.close();
    browser.close();
    return { saved, written };
}

/** pdf URL COOKIE PATH COUNT: the PDF of the copy, rendered each time. */
async function pdf(url, cookie, path, count) {
    const browser = new Browser(url, cookie);
    const times = [];
    let size = 0;
    // The first is warm-up.
    for (let number = 0; number <= Number(count); number += 1) {
        const began = performance.now();
        const answer = await browser.once('GET', path);
        const time = performance.now() - began;
        if (!answer.bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error(`${path} answered ${answer.status} and no PDF`);
        if (number) times.push(time);
        size = answer.bytes.length;
    }
    browser.close();
    row(`PDF of the whole form (${kb(size)}), ${times.length} times`, spread(times), '50 ms at most', median(times) <= 50);
}

/** wrk NAME [LEAST]: reads the output of wrk. */
function wrk(name, least) {
    const text = readFileSync(0, 'utf8');
    const wrong = text.match(/Non-2xx or 3xx responses: \d+|Socket errors: .*/)?.[0];
    if (wrong) throw new Error(`${name}: ${wrong}`);
    const rate = Number(text.match(/Requests\/sec:\s+([\d.]+)/)[1]);
    const [half, most] = ['50%', '99%'].map((part) => text.match(new RegExp(`${part}\\s+(\\S+)`))[1]);
    const measured = `${Math.round(rate).toLocaleString('en-GB')} a second; p50 ${half}, p99 ${most}`;
    const aim = least ? `${Number(least).toLocaleString('en-GB')} a second at least` : '';
    row(name, measured, aim, least ? rate >= Number(least) : undefined);
}

/** sizes SITE: what a browser downloads once, compressed as it is sent. */
function sizes(site) {
    const files = readdirSync(join(site, 'pkg')).filter((file) => file.endsWith('.br'));
    const size = (kind) => {
        const file = files.find((name) => name.endsWith(`.${kind}.br`));
        if (!file) throw new Error(`there is no ${kind} file compressed with brotli: run 'make build' first`);
        return statSync(join(site, 'pkg', file)).size;
    };
    row('WASM, brotli', kb(size('wasm')), '150 kB at most', size('wasm') <= 150_000);
    row('JavaScript, brotli', kb(size('js')), '');
    row('Style sheet, brotli', kb(size('css')), '');
}

function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function spread(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return `${median(values).toFixed(1)} ms (p99 ${sorted[Math.ceil(sorted.length * 0.99) - 1].toFixed(1)} ms)`;
}

function ms(value) {
    return `${Math.round(value)} ms`;
}

function kb(bytes) {
    return `${(bytes / 1000).toFixed(1)} kB`;
}

const [name, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) throw new Error(`there is no measurement ${name}`);
await commands[name](...rest);
