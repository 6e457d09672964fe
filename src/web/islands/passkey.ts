/** Asks the browser for a passkey, to make or to sign in with, and sends its answer with the form that the button stands in. */

type Asked = {
  challenge: string
  user?: { id: string; name: string; displayName: string }
  excludeCredentials?: { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }[]
  allowCredentials?: { id: string; type: 'public-key'; transports?: AuthenticatorTransport[] }[]
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const button = form.querySelector('button')
  const say = (key: 'stopped' | 'notHere') => {
    const place = form.querySelector<HTMLElement>('[data-says]')
    if (place) place.textContent = form.dataset[key] ?? ''
  }
  if (!('credentials' in navigator) || !('PublicKeyCredential' in window)) {
    say('notHere')
    continue
  }
  form.addEventListener('submit', (event) => {
    const field = form.elements.namedItem('answer') as HTMLInputElement
    if (field.value) return
    event.preventDefault()
    if (button) button.disabled = true
    ask(form.dataset.passkey === 'create', JSON.parse(form.dataset.options ?? '{}')).then(
      (answer) => {
        field.value = JSON.stringify(answer)
        form.submit()
      },
      () => {
        if (button) button.disabled = false
        say('stopped')
      },
    )
  })
}

async function ask(create: boolean, asked: Asked): Promise<unknown> {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    ...(asked.user ? { user: { ...asked.user, id: bytes(asked.user.id) } } : {}),
    ...(asked.excludeCredentials ? { excludeCredentials: asked.excludeCredentials.map(withBytes) } : {}),
    ...(asked.allowCredentials ? { allowCredentials: asked.allowCredentials.map(withBytes) } : {}),
  }
  const found = create
    ? await navigator.credentials.create({
        publicKey: publicKey as unknown as PublicKeyCredentialCreationOptions,
      })
    : await navigator.credentials.get({
        publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions,
      })
  const credential = found as PublicKeyCredential
  return {
    id: credential.id,
    rawId: credential.id,
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: create
      ? made(credential.response as AuthenticatorAttestationResponse)
      : signed(credential.response as AuthenticatorAssertionResponse),
  }
}

function made(response: AuthenticatorAttestationResponse) {
  return {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  }
}

function signed(response: AuthenticatorAssertionResponse) {
  return {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    ...(response.userHandle ? { userHandle: text(response.userHandle) } : {}),
  }
}

function withBytes<T extends { id: string }>(one: T) {
  return { ...one, id: bytes(one.id) }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
    one.charCodeAt(0),
  )
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
