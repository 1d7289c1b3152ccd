// Improves pages that work without it: drafts save as they are typed, and a button pressed
// twice sends once.
import { keepReportDraft } from '../reporting/reports/report-draft.browser.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('form[method="post"]'))
  form.addEventListener('submit', (event) => sendOnce(form, event));

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-report]'))
  keepReportDraft(form);

/** A slow line invites a second press; it would only be told that the first had worked. */
function sendOnce(form: HTMLFormElement, event: SubmitEvent): void {
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = 'yes';
  setTimeout(() => delete form.dataset.sending, 8_000);
}
