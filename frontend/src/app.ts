// What every page loads: partial updates, the palette, keys, the theme. Nothing here is needed to read or to save.
import 'htmx.org'
import './shell/palette'
import './shell/keys'
import './shell/theme'
import './shell/notices'
import './shell/drafts'
import './shell/scripts'
import './shell/dialogs'
