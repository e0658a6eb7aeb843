import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, root, settings } from './fixtures/server';

const port = process.env.E2E_PORT ?? '3955';
const url = `http://127.0.0.1:${port}`;

// Workers read this file too: only the first process makes the folder, the others
// find it in the environment, as the tests do (outbox.jsonl is in it).
if (!process.env.E2E_DATA) {
    const data = mkdtempSync(join(tmpdir(), 'care-online-e2e-'));
    process.env.E2E_DATA = data;
    process.on('exit', () => rmSync(data, { recursive: true, force: true }));
}
const data = process.env.E2E_DATA;

/** What needs the others to have run. */
const AFTER = '**/a11y/every-route.spec.ts';

const LIGHTHOUSE = '**/lighthouse/**';

/** What takes long is for `make test-all`; a share of it is in every run. */
const LONG = process.env.TEST_ALL ? undefined : /@long/;

const WITHOUT_SCRIPTS = process.env.TEST_ALL ? /@nojs|no-js\// : /@nojs(?!-)|no-js\//;

export default defineConfig({
    testDir: '.',
    outputDir: 'test-results',
    // Two cores, of which the server needs one.
    workers: Number(process.env.WORKERS ?? 2),
    fullyParallel: false,
    retries: 0,
    forbidOnly: !!process.env.CI,
    grepInvert: LONG,
    reporter: 'list',
    timeout: 60_000,
    expect: { timeout: 10_000 },
    // What was once found good; one browser, so one set.
    snapshotPathTemplate: '{testDir}/goldens/{arg}{ext}',
    use: {
        ...devices['Desktop Chrome'],
        baseURL: url,
        actionTimeout: 15_000,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        screenshot: 'only-on-failure',
        // A seventh of the time: `make e2e ARGS='--trace retain-on-failure'` shows how a test got where it failed.
        trace: 'off',
        launchOptions: {
            executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
            args: [
                '--no-sandbox',
                '--disable-gpu',
                '--disable-quic',
                '--no-first-run',
                '--disable-background-networking',
                '--disable-component-update',
                '--disable-sync',
            ],
        },
    },
    projects: [
        { name: 'chromium', testIgnore: ['**/no-js/**', AFTER, LIGHTHOUSE] },
        // Without JavaScript: the folder no-js, and every test tagged @nojs; those tagged @nojs-too in `make test-all` only.
        { name: 'no-js', grep: WITHOUT_SCRIPTS, use: { javaScriptEnabled: false } },
        // Alone, because it measures.
        { name: 'lighthouse', testMatch: LIGHTHOUSE, dependencies: ['after'] },
        { name: 'after', testMatch: AFTER, dependencies: ['chromium', 'no-js'] },
    ],
    webServer: {
        command: `exec '${program}' serve`,
        cwd: root,
        url: `${url}/health/ready`,
        reuseExistingServer: false,
        timeout: 60_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        // The console repeats the outbox, which would drown the results.
        stdout: process.env.SERVER_LOG ? 'pipe' : 'ignore',
        stderr: 'pipe',
        env: settings(data, port),
    },
});
