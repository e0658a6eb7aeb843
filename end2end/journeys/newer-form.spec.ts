// Somebody is halfway through a form when the council publishes another version of it, while the service runs.
import type { Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from '../fixtures/accessible';
import { follow, heading, input, press } from '../fixtures/page';
import { program, root, Server, settings } from '../fixtures/server';
import { expect, test } from '../fixtures/test';

const HEAD = `key = "walking"
name = "Tell us how you walk"
group = "me"
summary = "A short form."
time = "a minute"
answer_within = "a day"
purpose = "p"
legal_basis = "l"
retention = "r"
changes = "We can now help with shoes."
[before]
who = "It is for you."
next = "We look at it."
[after]
next = "We look at it."
[[sections]]
title = "You"
[[sections.pages]]
slug = "far"
title = "How far you walk"
[[sections.pages.questions]]
key = "far"
label = "How far can you walk?"
missing = "Enter how far"
type = "text"
[[sections.pages]]
slug = "sticks"
title = "What helps"
[[sections.pages.questions]]
key = "stick"
label = "What do you use to walk?"
missing = "Enter what you use"
type = "text"
`;

const SHOES = `[[sections.pages]]
slug = "shoes"
title = "Your shoes"
[[sections.pages.questions]]
key = "shoes"
label = "Do your shoes fit?"
missing = "Select yes if your shoes fit"
type = "yes-no"
`;

const USES = `[purposes.p]
words = "to help you"
[legal_bases.l]
words = "The law says so."
law = "An Act"
[retention.r]
words = "for a year"
`;

let folder: string;
let server: Server;

test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'care-online-e2e-forms-'));
    writeFileSync(join(folder, 'data-use.toml'), USES);
    writeFileSync(join(folder, 'walking.toml'), HEAD);
    server = await Server.onFreePort({ CARE_ONLINE_FORMS: folder });
});

test.afterEach(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
});

/** Half the form, and then the council publishes the other version. */
async function halfway(page: Page): Promise<string> {
    await page.goto(`${server.url}/forms/walking`);
    await follow(page, page.getByRole('button', { name: 'Start now' }));
    const draft = page.url();
    await page.goto(`${draft}/far`);
    await input(page, 'far').fill('To the gate');
    await press(page, 'Continue');
    writeFileSync(join(folder, 'walking.toml'), HEAD.replace('How far can you walk?', 'How far can you walk now?') + SHOES);
    const port = new URL(server.url).port;
    const env = { ...settings(server.data, port), CARE_ONLINE_FORMS: folder, PATH: process.env.PATH ?? '' };
    expect(execFileSync(program, ['forms', 'publish', folder], { cwd: root, env, encoding: 'utf8' })).toContain('walking: another version');
    await expect(async () => {
        await page.goto(draft);
        await expect(page.getByText('This form has changed since you began it')).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
    await page.getByRole('link', { name: 'See what has changed' }).click();
    await expect(heading(page)).toHaveText('This form has changed');
    return draft;
}

test('they move over, keep their answers and are asked only what is new', { tag: '@nojs-too' }, async ({ page, javaScriptEnabled }) => {
    const draft = await halfway(page);
    const main = page.getByRole('main');
    for (const told of ['We can now help with shoes.', 'A new page: “Your shoes”', 'now says “How far can you walk now?”', 'We keep one of your answers.']) {
        await expect(main).toContainText(told);
    }
    if (javaScriptEnabled) await expectAccessible(page, 'a form that has changed');
    await press(page, 'Use the new form');
    await expect(page.getByText('1 of 3 pages done')).toBeVisible();
    await page.goto(`${draft}/far`);
    await expect(input(page, 'far')).toHaveValue('To the gate');
    await expect(page.getByLabel('How far can you walk now?')).toBeVisible();
});

test('they go on with the old one', async ({ page }) => {
    const draft = await halfway(page);
    await press(page, 'Go on with the old form');
    await expect(page.getByText('1 of 2 pages done')).toBeVisible();
    await expect(page.getByText('This form has changed')).toHaveCount(0);
    await page.goto(`${draft}/far`);
    await expect(page.getByLabel('How far can you walk?')).toHaveValue('To the gate');
});
