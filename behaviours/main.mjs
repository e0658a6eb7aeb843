// What GOV.UK Frontend's own modules, and one of ours, add to a page where scripts run. Nothing depends on it.
// Showing questions as others are answered, and "None of these", are the island's (crates/islands): it knows the rules
// of the form. So the modules for radios and checkboxes are left out on purpose.
import './wait.mjs';
import { Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink, createAll } from 'govuk-frontend';

for (const Behaviour of [Button, CharacterCount, ErrorSummary, ExitThisPage, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]) {
    createAll(Behaviour);
}
