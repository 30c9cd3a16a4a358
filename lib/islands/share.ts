/**
 * Opens the device's own way of sharing, which only the browser can. Without it the button is not
 * shown, and the links beside it do the same for the services that they name.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share-url]')) {
  const { shareUrl = '', shareTitle = '' } = button.dataset;
  button.addEventListener('click', () => {
    navigator.share({ title: shareTitle, url: shareUrl }).catch((error: unknown) => {
      // Whoever closes the sheet has changed their mind.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    });
  });
}
