import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program, root, serverEnv } from './fixtures/server';

const port = process.env.E2E_PORT ?? '3955';
const url = `http://127.0.0.1:${port}`;

// Workers load this file too: only the first process makes the folder, the others read it from the environment, as the
// tests do (outbox.jsonl is in it).
if (!process.env.E2E_DATA) {
    const data = mkdtempSync(join(tmpdir(), 'care-online-e2e-'));
    process.env.E2E_DATA = data;
    process.on('exit', () => rmSync(data, { recursive: true, force: true }));
}
const data = process.env.E2E_DATA;

/** Runs after all others. */
const COVERAGE = '**/a11y/every-route.spec.ts';

const LIGHTHOUSE = '**/lighthouse/**';

/** Long tests run with `make test-all` only. */
const LONG = process.env.TEST_ALL ? undefined : /@long/;

const WITHOUT_JAVASCRIPT = process.env.TEST_ALL ? /@nojs|no-js\// : /@nojs(?!-)|no-js\//;

export default defineConfig({
    testDir: '.',
    outputDir: 'test-results',
    // Two cores, one of which the server needs.
    workers: Number(process.env.WORKERS ?? 2),
    fullyParallel: false,
    retries: 0,
    forbidOnly: !!process.env.CI,
    grepInvert: LONG,
    reporter: 'list',
    timeout: 60_000,
    expect: { timeout: 10_000 },
    // One set, because the tests run in one browser.
    snapshotPathTemplate: '{testDir}/goldens/{arg}{ext}',
    use: {
        ...devices['Desktop Chrome'],
        baseURL: url,
        actionTimeout: 15_000,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        screenshot: 'only-on-failure',
        // Tracing takes a seventh of the time. Turn it on with `make e2e ARGS='--trace retain-on-failure'`.
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
        { name: 'chromium', testIgnore: ['**/no-js/**', COVERAGE, LIGHTHOUSE] },
        // Without JavaScript: the folder no-js and every test tagged @nojs. Those tagged @nojs-too run with `make test-all` only.
        { name: 'no-js', grep: WITHOUT_JAVASCRIPT, use: { javaScriptEnabled: false } },
        // On its own, because it measures.
        { name: 'lighthouse', testMatch: LIGHTHOUSE, dependencies: ['route-coverage'] },
        { name: 'route-coverage', testMatch: COVERAGE, dependencies: ['chromium', 'no-js'] },
    ],
    webServer: {
        command: `exec '${program}' serve`,
        cwd: root,
        url: `${url}/health/ready`,
        reuseExistingServer: false,
        timeout: 60_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
        // The server repeats the outbox on the console, which would bury the results.
        stdout: process.env.SERVER_LOG ? 'pipe' : 'ignore',
        stderr: 'pipe',
        env: serverEnv(data, port),
    },
});
