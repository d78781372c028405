// Says to the server that scripts run here: a page whose answer takes long is then shown at once, and loads it.
document.cookie = 'scripts=1; path=/; samesite=lax'
