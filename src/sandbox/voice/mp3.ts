const BYTES_PER_FRAME = 144
const SECONDS_PER_FRAME = 1152 / 32_000
const LONGEST_SECONDS = 120

/** MPEG-1 layer III without checksum, 32 kbit/s, 32 kHz, mono. */
const FRAME_HEADER = [0xff, 0xfb, 0x18, 0xc0]

/**
 * A playable MP3 of silence: frames whose side information is all zero decode to nothing heard.
 * @param seconds the recording's length; the file is cut at two minutes.
 */
export function silentMp3(seconds: number): Buffer {
  const frames = Math.round(Math.min(Math.max(seconds, 0), LONGEST_SECONDS) / SECONDS_PER_FRAME)
  const mp3 = Buffer.alloc(frames * BYTES_PER_FRAME)
  for (let frame = 0; frame < frames; frame += 1) mp3.set(FRAME_HEADER, frame * BYTES_PER_FRAME)
  return mp3
}
