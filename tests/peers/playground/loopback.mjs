// The Playground listens on every interface and has no flag against it; this keeps it on the machine's own.
import net from "node:net";

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  if (typeof first === "object" && first !== null && "port" in first) return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  if (typeof first === "number") return listen.call(this, { port: first, host: "127.0.0.1" }, ...rest.filter(one => typeof one === "function"));
  return listen.call(this, first, ...rest);
};
