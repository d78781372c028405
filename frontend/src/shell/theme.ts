// Light or dark: the choice shows at once and is kept by the server, so that the next page comes in it without a flash.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  const chosen = (event as SubmitEvent).submitter as HTMLButtonElement | null
  if (!form.matches('[data-theme-form]') || !chosen) return
  event.preventDefault()
  const body = new FormData(form, chosen)
  document.documentElement.dataset.theme = chosen.value
  void fetch(form.action, {method: 'post', body, redirect: 'manual'})
  document.dispatchEvent(new CustomEvent('graphcrm:theme'))
})
