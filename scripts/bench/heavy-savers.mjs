// Many residents save large forms as fast as they can; measures how long others wait.
// node heavy-savers.mjs write FOLDER                          writes the form file
// node heavy-savers.mjs run URL DATA-FOLDER PID SAVERS SECONDS  attacks, measures, and fails where others wait too long
// node heavy-savers.mjs attack URL SAVERS SECONDS             the attackers, in a separate process
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Browser } from './browser.mjs';
import { start } from './form.mjs';

const SAVE = '/api/drafts/save-page';
const MAX_MS = 500;
const OTHERS = 5;
const PAUSE_MS = 100;
const ATTACKERS = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', '127.0.0.6'];
const OTHERS_FROM = '127.0.0.9';
const PAGES = 4;
const QUESTIONS = 4;
// The longest answer that is stored for a question of 15,000 characters; four make a page of nearly 256 KiB.
const LONG = 60_000;
const USES = '[purposes.p]\nwords = "to help you"\n[legal_bases.l]\nwords = "The law says so."\nlaw = "An Act"\n[retention.r]\nwords = "for a year"\n';
const commands = { write, run, attack };

function write(folder) {
    const head = 'key = "heavy"\nname = "A large form"\ngroup = "me"\nsummary = "It is large."\ntime = "a while"\n'
        + 'answer_within = "a day"\npurpose = "p"\nlegal_basis = "l"\nretention = "r"\n'
        + '[before]\nwho = "It is for you."\nnext = "We look at it."\n[after]\nnext = "We look at it."\n[[sections]]\ntitle = "All"\n';
    const question = (page, number) => `[[sections.pages.questions]]\nkey = "q${page}x${number}"\nlabel = "Question ${number}?"\n`
        + `missing = "Answer question ${number}"\ntype = "long-text"\nmax = 15000\nrows = 4\n`;
    const page = (page) => `[[sections.pages]]\nslug = "page-${page}"\ntitle = "Page ${page}"\n`
        + Array.from({ length: QUESTIONS }, (_, number) => question(page, number)).join('');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'data-use.toml'), USES);
    writeFileSync(join(folder, 'heavy.toml'), head + Array.from({ length: PAGES }, (_, number) => page(number)).join(''));
}

/** A visitor who has started the form without signing in. */
async function begin(url, from) {
    const browser = new Browser(url, '', from);
    const draft = (await start(browser, 'heavy')).replace('/drafts/', '');
    const page = await browser.get(`/drafts/${draft}/page-0`);
    const token = page.text.match(/name="token" value="([^"]*)"/)[1];
    const body = (number, text) => new URLSearchParams([
        ['token', token], ['draft', draft], ['page', `page-${number}`], ['revision', '1000000000'], ['go', 'aside'],
        ...Array.from({ length: QUESTIONS }, (_, at) => [`answers[q${number}x${at}][]`, text]),
    ]).toString();
    return { save: (number, text) => browser.once('POST', SAVE, body(number, text), '*/*'), close: () => browser.close() };
}

/** Attackers: a fifth of them share one form, the others have one each. */
async function attack(url, savers, seconds) {
    const shared = await begin(url, ATTACKERS[0]);
    const counts = {};
    const texts = Array.from({ length: 20 }, (_, at) => String.fromCharCode(97 + at).repeat(LONG));
    const end = Date.now() + Number(seconds) * 1000;
    const one = async (number) => {
        const from = ATTACKERS[number % ATTACKERS.length];
        const person = from === ATTACKERS[0] ? shared : await begin(url, from);
        for (let round = number; Date.now() < end; round += 1) {
            const answer = await person.save(round % PAGES, texts[round % texts.length]).catch(() => ({ status: 'cut off' }));
            counts[answer.status] = (counts[answer.status] ?? 0) + 1;
        }
        if (person !== shared) person.close();
    };
    await Promise.all(Array.from({ length: Number(savers) }, (_, number) => one(number)));
    shared.close();
    process.send?.(counts);
}

/** Measures the saves of other residents for some seconds: each saves a short answer, waits a little, and saves again. */
async function others(url, seconds) {
    const end = Date.now() + seconds * 1000;
    const times = [];
    const one = async () => {
        const person = await begin(url, OTHERS_FROM);
        for (let round = 0; Date.now() < end; round += 1) {
            const began = performance.now();
            const answer = await person.save(round % PAGES, `Short answer ${round}.`);
            times.push(performance.now() - began);
            if (answer.status !== 200) throw new Error(`somebody else's save answered ${answer.status}`);
            await sleep(PAUSE_MS);
        }
        person.close();
    };
    await Promise.all(Array.from({ length: OTHERS }, one));
    return times.sort((a, b) => a - b);
}

async function run(url, data, pid, savers, seconds) {
    const at = (times, part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
    const summary = (times) => `${times.length} saves, p50 ${at(times, 0.5).toFixed(1)} ms, p99 ${at(times, 0.99).toFixed(1)} ms, `
        + `longest ${at(times, 1).toFixed(1)} ms`;
    console.log(`Others, alone:                ${summary(await others(url, 5))}`);
    const before = size(data);
    const child = fork(fileURLToPath(import.meta.url), ['attack', url, savers, seconds]);
    const [answers, ended] = [once(child, 'message'), once(child, 'exit')];
    await sleep(2000);
    const times = await others(url, Number(seconds) - 3);
    console.log(`Others, beside ${savers} heavy savers: ${summary(times)}`);
    const [counts] = await Promise.race([answers, ended.then(() => { throw new Error('the attackers failed'); })]);
    await ended;
    console.log(`The heavy savers' answers:    ${Object.entries(counts).map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    console.log(`On disk:                      ${mib(before)} before, ${mib(size(data))} after`);
    const peak = readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmHWM:\s+(\d+) kB/m)[1];
    console.log(`Resident memory at most:      ${mib(Number(peak) * 1024)}`);
    if (at(times, 0.99) > MAX_MS) {
        console.error(`Others wait longer than ${MAX_MS} ms.`);
        process.exitCode = 1;
    }
}

const size = (folder) => readdirSync(folder).map((name) => statSync(join(folder, name)).size).reduce((sum, next) => sum + next, 0);
const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const [command, ...rest] = process.argv.slice(2);
await commands[command](...rest);
