// The home address and contact preferences of an account, and addresses in forms.
import { createAccount } from '../fixtures/account';
import { FormFiller } from '../fixtures/form-filler';
import { continueFromTaskList, heading, clickButton, input, startForm } from '../fixtures/page';
import { expect, test } from '../fixtures/test';

test('a home address is found by postcode or entered manually @nojs', async ({ page }) => {
    await createAccount(page);
    await page.goto('/account/details');
    await page.getByRole('link', { name: 'Add your home address' }).click();
    await page.getByLabel('Postcode').fill('somewhere');
    await clickButton(page, 'Find address');
    await expect(page.getByLabel('Postcode')).toHaveValue('somewhere');
    await page.getByLabel('Postcode').fill('nm24cd');
    await clickButton(page, 'Find address');
    await expect(heading(page)).toHaveText('Choose your address');
    expect(page.url()).not.toMatch(/nm2/i);
    await page.getByLabel('3 Mill Lane, Northmere, NM2 4CD').check();
    await clickButton(page, 'Save your address');
    await expect(page.getByText("We've saved your home address.")).toBeVisible();
    await expect(page.getByText('3 Mill Lane')).toBeVisible();
    await page.getByRole('link', { name: 'Change your home address' }).click();
    await page.getByRole('link', { name: 'Enter the address yourself' }).click();
    await expect(page.getByLabel('Address line 1')).toHaveValue('3 Mill Lane');
    await page.getByLabel('Address line 1').fill('The caravan');
    await clickButton(page, 'Save your address');
    await expect(page.getByText('The caravan')).toBeVisible();
});

test('where email is not safe, the page does not promise one @nojs-too', async ({ page }) => {
    await createAccount(page);
    await page.goto('/account/contact');
    await page.getByLabel('Email').check();
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('If it is not safe, how can we contact you?').fill('Ring my sister in the morning');
    await clickButton(page, 'Save');
    await expect(page.getByText('it is not safe to contact you this way')).toBeVisible();
    const draft = await startForm(page, 'Ask for care and support');
    await page.goto(`${draft}/your-details`);
    await clickButton(page, 'Save for later');
    await expect(page.getByText("We've saved your form.")).toBeVisible();
    await expect(page.getByText('emailed you a link')).toHaveCount(0);
});

test('an address in a form is found by its postcode, without signing in @nojs', async ({ page }) => {
    const draft = await startForm(page, 'Ask for care and support');
    const path = `${draft}/home-address`;
    await page.goto(path);
    await page.getByLabel('Address line 2').fill('Flat 2');
    await page.getByLabel('Postcode').fill('nm24cd');
    await clickButton(page, 'Find address');
    expect(page.url()).not.toMatch(/nm2/i);
    await expect(page.getByLabel('Address line 2')).toHaveValue('Flat 2');
    await clickButton(page, 'Use this address');
    await expect(page.getByText('Choose an address, or type it in the boxes below')).toBeVisible();
    await page.getByLabel('3 Mill Lane, Northmere, NM2 4CD').check();
    await clickButton(page, 'Use this address');
    await expect(page).toHaveURL(`${path}#p_addr`);
    await expect(page.getByLabel('Address line 1')).toHaveValue('3 Mill Lane');
    await expect(input(page, 'p_addr-town')).toHaveValue('Northmere');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');

    // Enter is "Continue", wherever the cursor is.
    await page.getByLabel('Postcode').press('Enter');
    await expect(page).not.toHaveURL(path);
    await page.goto(path);
    await expect(page.getByLabel('Address line 1')).toHaveValue('3 Mill Lane');
    await page.getByLabel('Postcode').fill('NM3 1AA');
    await clickButton(page, 'Find address');
    await expect(page.getByText('We found no addresses for NM3 1AA')).toBeVisible();
    await expect(page.getByLabel('Address line 1')).toHaveValue('3 Mill Lane');
});

test('an address given in a form is kept in the account after “Yes” @nojs-too', async ({ page }) => {
    test.setTimeout(180_000);
    await createAccount(page);
    await startForm(page, 'Ask for equipment or changes to your home');
    await continueFromTaskList(page);
    await new FormFiller(page, { seed: 1, choose: { on_behalf: 'myself' } }).fillUntil();
    await clickButton(page, 'Submit form');
    await expect(page.getByRole('heading', { name: 'Use this in My Account too?' })).toBeVisible();
    await clickButton(page, 'Yes, use it');
    await expect(page.getByText("We've saved your home address.")).toBeVisible();
    await expect(page.getByText(/\d Heol y Môr/)).toBeVisible();
    await clickButton(page, 'No');
    await expect(page.getByText("We've left My Account as it is.")).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Use this in My Account too?' })).toHaveCount(0);
});
