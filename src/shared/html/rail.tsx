import type { RoomLink } from '../web.ts';
import { Icon } from './icon.tsx';

const IN_BAR = 5;

/**
 * The person's rooms: a slim rail at the side, on a phone a bar at the foot. The bar holds
 * five; with more, the fifth place opens the rest.
 */
export function Rail({ rooms }: { readonly rooms: readonly RoomLink[] }) {
  const kept = rooms.length > IN_BAR ? IN_BAR - 1 : IN_BAR;
  const beyond = rooms.slice(kept);
  return (
    <nav class="rail" aria-label="Các phần việc">
      <ul>
        {rooms.map((room, place) => (
          <li key={room.href} class={place < kept ? undefined : 'room-beyond'}>
            <RoomEntry room={room} />
          </li>
        ))}
        {beyond.length ? <More rooms={beyond} /> : null}
      </ul>
    </nav>
  );
}

function RoomEntry({ room }: { readonly room: RoomLink }) {
  return (
    <a class="room" href={room.href} aria-current={room.current ? 'true' : undefined}>
      <Icon name={room.icon} />
      <span>{room.label}</span>
    </a>
  );
}

function More({ rooms }: { readonly rooms: readonly RoomLink[] }) {
  return (
    <li class="room-more">
      <details>
        <summary class="room">
          <Icon name="more" />
          <span>Thêm</span>
        </summary>
        <ul>
          {rooms.map((room) => (
            <li key={room.href}>
              <a class="menu-row" href={room.href}>
                {room.label}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
