/* Whoever logs out is asked about what this browser still keeps for them, and leaves none of it behind. */
{
  const { places: theirs, question } = document.currentScript.dataset
  document.getElementById("logout-form")?.addEventListener("submit", (event) => {
    const places = Object.keys(localStorage).filter((name) => name.startsWith(theirs))
    if (places.length > 0 && !window.confirm(question)) return event.preventDefault()
    document.dispatchEvent(new Event("briefings:forget"))
    for (const place of places) localStorage.removeItem(place)
  })
}
