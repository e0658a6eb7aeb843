// Saved data survives a killed server, and is deleted when its retention ends. Each test has its own server.
import { createAccount, signIn } from '../fixtures/account';
import { Outbox } from '../fixtures/outbox';
import { heading, input, clickButton, submittedReference, startForm } from '../fixtures/page';
import { prefillForm } from '../fixtures/prefill';
import { Server } from '../fixtures/server';
import { test as base, expect } from '../fixtures/test';

const FORM = 'Ask for care and support';
const DAY = 24 * 3600 * 1000;

const test = base.extend<{ server: Server }>({
    server: async ({}, use) => {
        const server = await Server.onFreePort();
        await use(server);
        await server.remove();
    },
    baseURL: async ({ server }, use) => use(server.url),
});

test('a saved page survives a killed server', async ({ page, server }) => {
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/about-you`);
    await page.route('**/api/drafts/save-page', async (route) => {
        const response = await route.fetch({ maxRedirects: 0 });
        await server.kill();
        await server.start();
        await route.fulfill({ response });
    });
    await input(page, 'about_me').fill('Wedi’i gadw, whatever happens');
    await clickButton(page, 'Continue');
    await expect(heading(page)).not.toHaveText('More about you');
    await page.goto(`${draft}/about-you`);
    await expect(input(page, 'about_me')).toHaveValue('Wedi’i gadw, whatever happens');
});

// ASVS V2.3.3
test('a submitted form survives a killed server, and exists only once', async ({ page, server }) => {
    await createAccount(page, { outbox: new Outbox(server.data) });
    await prefillForm(page);
    await page.route('**/api/drafts/submit', async (route) => {
        // The response is lost: the resident submits again after the server has restarted.
        await route.fetch({ maxRedirects: 0 });
        await server.kill();
        await server.start();
        await route.continue();
    });
    await clickButton(page, 'Submit form');
    const reference = await submittedReference(page);
    await page.goto('/submitted');
    await expect(page.getByText(/^ASC-/)).toHaveText([reference]);
});

test('drafts and copies are kept for 90 days, and not a day longer', async ({ page, server, browserErrors }) => {
    const account = await createAccount(page, { outbox: new Outbox(server.data) });
    await prefillForm(page);
    await clickButton(page, 'Submit form');
    const reference = await submittedReference(page);
    const draft = await startForm(page, FORM);
    await page.goto(`${draft}/about-you`);
    await input(page, 'about_me').fill('Not yet sent');
    await clickButton(page, 'Save for later');
    await expect(heading(page)).toHaveText('Recover a form');

    const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    await server.stop();
    expect(server.run('retention', 'run', '--dry-run', '--as-of', inDays(91))).toMatch(/1 drafts? and 1 submitted cop/);
    expect(server.run('retention', 'run', '--as-of', inDays(89))).toMatch(/Deleted 0 drafts and 0 submitted copies/);
    await server.start();
    await page.context().clearCookies();
    await signIn(page, account);
    await page.goto(`${draft}/about-you`);
    await expect(input(page, 'about_me')).toHaveValue('Not yet sent');
    await page.goto(`/submitted/${reference}`);
    await expect(page.getByRole('main')).toContainText(reference);

    await server.stop();
    expect(server.run('retention', 'run', '--as-of', inDays(91))).toMatch(/Deleted 1 drafts? and 1 submitted cop/);
    expect(server.run('retention', 'run', '--as-of', inDays(91))).toMatch(/Deleted 0 drafts and 0 submitted copies/);
    await server.start();
    await page.context().clearCookies();
    await signIn(page, account);
    await page.goto('/recover');
    await expect(page.getByRole('main')).toContainText('You have no saved forms');
    await page.goto('/submitted');
    await expect(page.getByRole('main')).not.toContainText(reference);
    browserErrors.allow(/404/);
    for (const path of [draft, `${draft}/about-you`, `${draft}/check`, `/submitted/${reference}`, `/submitted/${reference}/pdf`, `/submitted/${reference}/large-print`, `/submitted/${reference}/text`]) {
        const response = await page.goto(path);
        expect(response?.status(), path).toBe(404);
        await expect(heading(page)).toHaveText('Page not found');
    }
});
