// The pages that say why a request was refused, checked against WCAG 2.2 AA. Each has a way home.
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility';
import { createAccount } from '../fixtures/account';
import { clickButton, heading } from '../fixtures/page';
import { Server } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

test('pages for refused requests', async ({ page, browserErrors }) => {
    browserErrors.allow(/400|403|413/);
    await createAccount(page);
    const invalid = [
        { fault: 'no token', h1: 'This page is no longer up to date' },
        { fault: 'too much', h1: 'That is too much to send at once' },
        { fault: 'not a form', h1: 'There is a problem with what was sent' },
    ];
    for (const { fault, h1 } of invalid) {
        await page.goto('/account/name');
        const sent = page.waitForEvent('domcontentloaded');
        await page.locator('form[action="/api/account/rename"]').evaluate((form: HTMLFormElement, fault) => {
            if (fault === 'no token') form.querySelector('[name=token]')?.remove();
            if (fault === 'too much') (form.elements.namedItem('first_name') as HTMLInputElement).value = 'x'.repeat(300_000);
            if (fault === 'not a form') form.enctype = 'text/plain';
            form.submit();
        }, fault);
        await sent;
        await expectErrorPage(page, h1);
    }
});

test('pages for a button’s address, and for a browser without cookies', async ({ page, browserErrors }) => {
    browserErrors.allow(/405|428/);
    await page.goto('/api/account/rename');
    await expectErrorPage(page, 'You cannot open this page by its address');
    await page.goto('/sign-in');
    await page.context().clearCookies();
    await clickButton(page, 'Sign in');
    await expectErrorPage(page, 'Your browser does not accept cookies');
});

test('the page for a request that took too long', async ({ page, browserErrors }) => {
    browserErrors.allow(/503/);
    const server = await Server.onFreePort({ CARE_ONLINE_LIMITS_REQUEST_SECONDS: '1' });
    try {
        await page.goto(`${server.url}/sign-in`);
        const network = await page.context().newCDPSession(page);
        const slow = (uploadThroughput: number) =>
            network.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput });
        await slow(10_000);
        await page.getByLabel('Email address').evaluate((input: HTMLInputElement) => {
            input.value = 'x'.repeat(60_000);
        });
        await clickButton(page, 'Sign in');
        await slow(-1);
        // It has a reference of its own each time.
        await expectErrorPage(page, 'The service is very busy', false);
    } finally {
        await server.remove();
    }
});

test('the page for a record that cannot be read', async ({ page, browserErrors }) => {
    browserErrors.allow(/500/);
    const server = await Server.onFreePort();
    try {
        await page.goto(`${server.url}/forms/care-needs`);
        await clickButton(page, 'Start now');
        await expect(page).toHaveURL(/\/drafts\//);
        await server.stop();
        server.sql('UPDATE draft SET sealed = zeroblob(64)');
        await server.start();
        await page.reload();
        // It has a reference of its own each time.
        await expectErrorPage(page, 'Sorry, there is a problem with the service', false);
    } finally {
        await server.remove();
    }
});

/** An error page says what happened, and leads home. */
async function expectErrorPage(page: Page, h1: string, golden = true): Promise<void> {
    await expect(heading(page)).toHaveText(h1);
    await expect(page.locator('a[href="/"]').first()).toBeVisible();
    await expectAccessible(page, h1, { golden });
}
