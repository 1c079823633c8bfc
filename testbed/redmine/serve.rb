# frozen_string_literal: true

# Serves the Redmine of this environment on a loopback port, and says in a file which process does.
File.write(ARGV.fetch(1), Process.pid)
require '/usr/share/redmine/config/environment'
require 'rack/handler/webrick'

trap('TERM') { Rack::Handler::WEBrick.shutdown }
Rack::Handler::WEBrick.run(
  Rails.application,
  Host: '127.0.0.1',
  Port: Integer(ARGV.fetch(0)),
  AccessLog: []
)
