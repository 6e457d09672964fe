import { describe, expect, test } from 'vitest'
import { detectFormat } from './format.ts'
import { docx, pdf, textStream } from './samples/bytes.ts'

const aPdf = pdf([textStream([[72, 700, 'Motie']])])
const aDocx = docx('')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const html = Buffer.from('<!-- a --><!-- b -->\n<!DOCTYPE html><p>Motie')
const text = Buffer.from('De raad, gezien <b> en %PDF-1.4')
const ole = Buffer.from('d0cf11e0a1b11ae10000', 'hex')
const encrypted = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])

describe('the format follows from the content and must agree with the name', () => {
  test.each([
    ['motie.pdf', aPdf, 'pdf'],
    ['MOTIE.PDF', aPdf, 'pdf'],
    ['motie', aPdf, 'pdf'],
    ['motie.pdf', Buffer.concat([Buffer.from('junk before\n'), aPdf]), 'pdf'],
    ['motie.docx', aDocx, 'docx'],
    ['motie.v2', aDocx, 'docx'],
    ['motie.html', html, 'html'],
    ['motie.txt', html, 'html'],
    ['motie.htm', Buffer.from('\ufeff<html>', 'utf16le'), 'html'],
    ['motie.html', Buffer.from('<p>Motie</p>'), 'html'],
    ['motie.html', Buffer.from('Motie zonder opmaak'), 'text'],
    ['motie.txt', text, 'text'],
    ['map.pdf/motie', text, 'text'],
    ['motie.txt', Buffer.from('<p>is a sign, not a page'), 'text'],
  ] as const)('%s', (name, bytes, format) => {
    expect(detectFormat(bytes, name)).toBe(format)
  })

  test.each([
    ['foto.pdf', png, 'file-type-mismatch'],
    ['motie.pdf', Buffer.from('De raad'), 'file-type-mismatch'],
    ['motie.pdf', aDocx, 'file-type-mismatch'],
    ['motie.docx', aPdf, 'file-type-mismatch'],
    ['motie.docx', ole, 'file-type-mismatch'],
    ['motie.txt', png, 'file-type-mismatch'],
    ['foto.png', aPdf, 'file-type-mismatch'],
    ['foto.png', png, 'file-type-unsupported'],
    ['foto', png, 'file-type-unsupported'],
    ['motie.odt', aDocx, 'file-type-unsupported'],
    ['motie.doc', ole, 'file-type-unsupported'],
    ['motie.rtf', Buffer.from('{\\rtf1 motie}'), 'file-type-unsupported'],
    ['lijst.xml', Buffer.from('<?xml version="1.0"?><motie/>'), 'file-type-unsupported'],
    ['motie.docx', encrypted, 'docx-encrypted'],
    ['motie', encrypted, 'docx-encrypted'],
    ['motie.doc', encrypted, 'file-type-unsupported'],
  ] as const)('%s is refused', (name, bytes, code) => {
    expect(() => detectFormat(bytes, name)).toThrow(code)
  })

  test('many comments before a page cost no time in powers of their number', () => {
    const comments = Buffer.from(`${'<!-- -->'.repeat(5000)}<x`)
    const before = performance.now()
    expect(detectFormat(comments, 'a.txt')).toBe('text')
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
