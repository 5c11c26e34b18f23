const SAMPLES_PER_SECOND = 8000
const LONGEST_SECONDS = 120

/**
 * A playable WAV (16 bit, mono, 8 kHz) with a soft, slowly pulsing tone, since nobody really spoke.
 * @param seconds the recording's length; the file is cut at two minutes.
 */
export function toneWav(seconds: number): Buffer {
  const samples = Math.round(Math.min(Math.max(seconds, 0), LONGEST_SECONDS) * SAMPLES_PER_SECOND)
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0, 'ascii')
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8, 'ascii')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(SAMPLES_PER_SECOND, 24)
  wav.writeUInt32LE(SAMPLES_PER_SECOND * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'ascii')
  wav.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at += 1) {
    const time = at / SAMPLES_PER_SECOND
    const swell = Math.sin(Math.PI * (time % 1)) ** 2
    wav.writeInt16LE(Math.round(4000 * swell * Math.sin(2 * Math.PI * 330 * time)), 44 + at * 2)
  }
  return wav
}
