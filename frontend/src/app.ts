// What every page loads: partial updates, the palette, keys, the theme. Nothing here is needed to read or to save.
import htmx from 'htmx.org'
import './shell/palette'
import './shell/keys'
import './shell/theme'
import './shell/notices'
import './shell/drafts'
import './shell/scripts'
import './shell/dialogs'
import './shell/suggest'

// htmx takes a page in hand a moment after its scripts ran, which on a busy machine is after the first key or click.
htmx.process(document.body)
