// GOV.UK Frontend's own modules, and two of ours, for pages with JavaScript. Nothing depends on them.
// The island (crates/islands) handles conditional questions and "None of these", because it knows the rules of the form.
// So the modules for radios and checkboxes are left out on purpose.
import './menus.mjs';
import './wait.mjs';
import { Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';

for (const Behaviour of [Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]) {
    createAll(Behaviour);
}
