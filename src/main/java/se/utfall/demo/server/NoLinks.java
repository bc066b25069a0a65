package se.utfall.demo.server;

import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpEventListener;

/** A link could show a client what lies outside its root. */
final class NoLinks implements SftpEventListener {
    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic)
            throws AccessDeniedException {
        throw new AccessDeniedException("links are not served");
    }
}
